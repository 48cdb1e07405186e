import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRoute } from 'wouter';
import { useSession } from '../../../access/session-store.ts';
import { OpenSlotsBadge } from '../../../appointments/earlier/open-slots-badge.tsx';
import { type Route, routes } from '../routes.tsx';
import classes from './navigation.module.css';

/** The screens this person may open, each with its icon and word. */
export function Navigation() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const offered = routes.filter(
    (route) => route.inNavigation && (route.needs === null || session.rights.includes(route.needs)),
  );
  return (
    <nav className={classes.navigation} aria-label={t('nav.label')}>
      <ul className={classes.list}>
        {offered.map((route) => (
          <li key={route.path}>
            <NavigationLink route={route} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationLink({ route }: { route: Route }) {
  const { t } = useTranslation('desk');
  const [isExactly] = useRoute(route.path);
  const [isBelow] = useRoute(`${route.path}/*?`);
  const isHere = isExactly || (route.path !== '/' && isBelow);
  const Icon = route.icon;
  const title = t(route.titleKey);
  useEffect(() => {
    if (isHere) document.title = `${title} – Tandem`;
  }, [isHere, title]);
  return (
    <Link href={route.path} className={classes.link} aria-current={isHere ? 'page' : undefined}>
      <Icon size={20} aria-hidden />
      <span>{title}</span>
      {route.path === '/appointments' && (
        <span className={classes.mark}>
          <OpenSlotsBadge />
        </span>
      )}
    </Link>
  );
}
