import type { Right } from '../../../shared/access/rights.ts';
import type { german } from '../../i18n/resources.ts';

/** A place that the desk can be at. Plain data: the navigation, the palette and the walk over all screens read this list. */
export interface RouteEntry {
  path: string;
  titleKey: `nav.${Extract<keyof typeof german.desk.nav, string>}`;
  /** The right without which the screen is neither offered nor shown; null: for everybody who is signed in. */
  needs: Right | null;
  inNavigation: boolean;
  /** For a path with parameters: where a walk over all screens finds values for them. */
  sampleParams?: Readonly<Record<string, 'a-person' | 'a-letter'>>;
}

/** Every screen of the desk, in the order of the navigation. A screen that is not here cannot be reached. */
export const routeList = [
  { path: '/', titleKey: 'nav.desk', needs: null, inNavigation: true },
  { path: '/appointments', titleKey: 'nav.appointments', needs: 'appointments.work', inNavigation: true },
  { path: '/appointments/hours', titleKey: 'nav.hours', needs: 'appointments.work', inNavigation: false },
  { path: '/appointments/earlier', titleKey: 'nav.earlier', needs: 'appointments.work', inNavigation: false },
  { path: '/people', titleKey: 'nav.people', needs: 'people.read', inNavigation: true },
  { path: '/people/duplicates', titleKey: 'nav.duplicates', needs: 'people.read', inNavigation: false },
  { path: '/people/card', titleKey: 'nav.readCard', needs: 'people.write', inNavigation: false },
  {
    path: '/people/:id',
    titleKey: 'nav.person',
    needs: 'people.read',
    inNavigation: false,
    sampleParams: { id: 'a-person' },
  },
  {
    path: '/people/:id/letter',
    titleKey: 'nav.letter',
    needs: 'letters.write',
    inNavigation: false,
    sampleParams: { id: 'a-person' },
  },
  { path: '/search', titleKey: 'nav.search', needs: 'consultations.write', inNavigation: true },
  { path: '/flats', titleKey: 'nav.flats', needs: 'people.read', inNavigation: false },
  { path: '/follow', titleKey: 'nav.follow', needs: 'consultations.write', inNavigation: true },
  { path: '/letters', titleKey: 'nav.letters', needs: 'letters.write', inNavigation: true },
  { path: '/letters/new', titleKey: 'nav.letter', needs: 'letters.write', inNavigation: false },
  {
    path: '/letters/:id',
    titleKey: 'nav.letters',
    needs: 'letters.write',
    inNavigation: false,
    sampleParams: { id: 'a-letter' },
  },
  { path: '/templates', titleKey: 'nav.templates', needs: 'templates.write', inNavigation: true },
  { path: '/interpreters', titleKey: 'nav.interpreters', needs: 'interpreters.write', inNavigation: true },
  { path: '/partners', titleKey: 'nav.partners', needs: 'partners.read', inNavigation: true },
  { path: '/statistics', titleKey: 'nav.statistics', needs: 'statistics.read', inNavigation: true },
  { path: '/export', titleKey: 'nav.export', needs: 'export.read', inNavigation: true },
  { path: '/screens', titleKey: 'nav.screens', needs: null, inNavigation: true },
  { path: '/staff', titleKey: 'nav.staff', needs: null, inNavigation: true },
  { path: '/settings', titleKey: 'nav.settings', needs: null, inNavigation: true },
  { path: '/catalogues', titleKey: 'nav.catalogues', needs: 'catalogues.write', inNavigation: true },
] as const satisfies readonly RouteEntry[];

export type RoutePath = (typeof routeList)[number]['path'];
