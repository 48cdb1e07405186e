import { type UseFormReturnType, useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../shared/kernel/instants.ts';
import { PersonFields } from '../../shared/people/people.contract.ts';
import { personProblem } from '../../shared/people/person.rules.ts';
import type { Fault } from '../rpc/fault.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { parseBirth } from './birth-text.ts';
import { formOf, type PersonFormValues, personOf } from './person-form-values.ts';

export interface PersonForm {
  form: UseFormReturnType<PersonFormValues>;
  /** Puts what the office refused beside its field; false when no field is to blame. */
  showFault: (fault: Fault) => boolean;
}

/** The form of a person with the contract's own rules, so that an error stands at its field before anything is sent. */
export function usePersonForm(start: Partial<PersonFields>): PersonForm {
  const { t } = useTranslation('people');
  const errorsOf = useFieldErrors();
  const form = useForm<PersonFormValues>({
    mode: 'controlled',
    initialValues: formOf(start),
    validate: (values) => {
      const { bornOn: birthError, ...errors } = errorsOf(PersonFields, personOf(values));
      const typed = values.birthText.trim();
      if (typed !== '' && parseBirth(typed) === null) errors.birthText = t('error.birthUnreadable');
      else if (birthError) errors.birthText = birthError;
      const problem = personProblem(personOf(values), localDateOf(new Date().toISOString()));
      if (problem === 'name-missing') errors.givenName ??= t('error.nameMissing');
      if (problem === 'born-in-the-future') errors.birthText ??= t('error.bornInTheFuture');
      if (problem === 'pseudonym-missing') errors.pseudonym ??= t('error.pseudonymMissing');
      if (problem === 'pseudonym-with-name') errors.pseudonym ??= t('error.pseudonymWithName');
      return errors;
    },
  });
  const showFault = (fault: Fault) => {
    if (fault.code === 'RULE' && fault.reason === 'name-missing')
      form.setFieldError('givenName', t('error.nameMissing'));
    else if (fault.code === 'RULE' && fault.reason === 'born-in-the-future')
      form.setFieldError('birthText', t('error.bornInTheFuture'));
    else if (fault.code === 'RULE' && fault.reason === 'pseudonym-taken')
      form.setFieldError('pseudonym', t('error.pseudonymTaken'));
    else return false;
    return true;
  };
  return { form, showFault };
}
