import { IconDoorEnter, type TablerIcon } from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { type RouteEntry, type RoutePath, routeList } from './route-list.ts';

interface RouteScreen {
  icon: TablerIcon;
  screen: ComponentType;
}

/** Icon and screen of each path; the type complains when one of the list has none. */
const screens: Readonly<Record<RoutePath, RouteScreen>> = {
  '/': { icon: IconDoorEnter, screen: lazy(() => import('../../desk/desk-screen.tsx')) },
};

export type Route = RouteEntry & RouteScreen;

/** The router's own list of routes. */
export const routes: readonly Route[] = routeList.map((entry) => ({ ...entry, ...screens[entry.path] }));
