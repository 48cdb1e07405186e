import { Anchor, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { LetterEditor } from './letter-editor.tsx';
import classes from './letters.module.css';

/** A letter about a person, written from their page. */
export default function NewLetterScreen() {
  const { t } = useTranslation('letters');
  // A letter that begins with nobody has no id.
  const { id = null } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const back = id === null ? '/letters' : `/people/${id}`;
  return (
    <Stack gap="sm" className={classes.newLetter}>
      <Anchor component={Link} href={back} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {id === null ? t('title') : t('backToPerson')}
      </Anchor>
      <Title order={1}>{t('new')}</Title>
      <LetterEditor
        // Another person is another letter.
        key={id}
        occasion={{ contactId: null, personId: id, topic: null }}
        onWritten={(letterId) => navigate(`/letters/${letterId}`)}
        onCancel={() => navigate(back)}
      />
    </Stack>
  );
}
