import {
  IconAddressBook,
  IconBuildingStore,
  IconCalendarEvent,
  IconCalendarTime,
  IconCalendarUp,
  IconChartBar,
  IconDeviceTv,
  IconDoorEnter,
  IconHome,
  IconId,
  IconLanguage,
  IconListCheck,
  IconListTree,
  IconMail,
  IconMoonStars,
  IconSearch,
  IconTemplate,
  IconUser,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { type RouteEntry, type RoutePath, routeList } from './route-list.ts';

interface RouteScreen {
  icon: TablerIcon;
  screen: ComponentType;
}

export const loadDeskScreen = () => import('../../desk/desk-screen.tsx');

const NewLetterScreen = lazy(() => import('../../letters/new-letter-screen.tsx'));
const LettersScreen = lazy(() => import('../../letters/letters-screen.tsx'));

/** Icon and screen of each path; the type complains when one of the list has none. */
const screens: Readonly<Record<RoutePath, RouteScreen>> = {
  '/': { icon: IconDoorEnter, screen: lazy(loadDeskScreen) },
  '/appointments': {
    icon: IconCalendarEvent,
    screen: lazy(() => import('../../appointments/agenda/agenda-screen.tsx')),
  },
  '/appointments/hours': {
    icon: IconCalendarTime,
    screen: lazy(() => import('../../appointments/hours/hours-screen.tsx')),
  },
  '/appointments/earlier': {
    icon: IconCalendarUp,
    screen: lazy(() => import('../../appointments/earlier/earlier-screen.tsx')),
  },
  '/people': { icon: IconUser, screen: lazy(() => import('../../people/people-screen.tsx')) },
  '/people/duplicates': {
    icon: IconUsers,
    screen: lazy(() => import('../../people/duplicates/duplicates-screen.tsx')),
  },
  '/people/card': { icon: IconId, screen: lazy(() => import('../../profile-cards/read-card-screen.tsx')) },
  '/people/:id': { icon: IconUser, screen: lazy(() => import('../../people/person-screen.tsx')) },
  '/people/:id/letter': { icon: IconMail, screen: NewLetterScreen },
  '/search': { icon: IconSearch, screen: lazy(() => import('../../search/search-screen.tsx')) },
  '/flats': { icon: IconHome, screen: lazy(() => import('../../flats/flats-screen.tsx')) },
  '/follow': { icon: IconListCheck, screen: lazy(() => import('../../follow/follow-screen.tsx')) },
  '/letters': { icon: IconMail, screen: LettersScreen },
  '/letters/new': { icon: IconMail, screen: NewLetterScreen },
  '/letters/:id': { icon: IconMail, screen: LettersScreen },
  '/templates': { icon: IconTemplate, screen: lazy(() => import('../../letters/templates-screen.tsx')) },
  '/interpreters': {
    icon: IconLanguage,
    screen: lazy(() => import('../../interpreters/interpreters-screen.tsx')),
  },
  '/partners': { icon: IconAddressBook, screen: lazy(() => import('../../partners/partners-screen.tsx')) },
  '/statistics': { icon: IconChartBar, screen: lazy(() => import('../../statistics/statistics-screen.tsx')) },
  '/export': { icon: IconMoonStars, screen: lazy(() => import('../../export/export-screen.tsx')) },
  '/screens': { icon: IconDeviceTv, screen: lazy(() => import('../../screens/screens-screen.tsx')) },
  '/staff': { icon: IconUsers, screen: lazy(() => import('../../staff/staff-screen.tsx')) },
  '/catalogues': { icon: IconListTree, screen: lazy(() => import('../../catalogues/catalogues-screen.tsx')) },
  '/settings': { icon: IconBuildingStore, screen: lazy(() => import('../../office/settings-screen.tsx')) },
};

export type Route = RouteEntry & RouteScreen;

/** The router's own list of routes. */
export const routes: readonly Route[] = routeList.map((entry) => ({ ...entry, ...screens[entry.path] }));
