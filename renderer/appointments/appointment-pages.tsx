import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import classes from './appointment-pages.module.css';
import { OpenSlotsBadge } from './earlier/open-slots-badge.tsx';

const PAGES = [
  { path: '/appointments', name: 'calendar' },
  { path: '/appointments/hours', name: 'hours' },
  { path: '/appointments/earlier', name: 'earlier' },
] as const;

/** The pages that belong to appointments, side by side above each of them. */
export function AppointmentPages() {
  const { t } = useTranslation('appointments');
  return (
    <nav aria-label={t('pages.label')}>
      <ul className={classes.pages}>
        {PAGES.map(({ path, name }) => (
          <li key={path}>
            <PageLink path={path} title={t(`pages.${name}`)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PageLink({ path, title }: { path: (typeof PAGES)[number]['path']; title: string }) {
  const [isHere] = useRoute(path);
  return (
    <Link href={path} className={classes.link} aria-current={isHere ? 'page' : undefined}>
      {title}
      {path === '/appointments/earlier' && <OpenSlotsBadge />}
    </Link>
  );
}
