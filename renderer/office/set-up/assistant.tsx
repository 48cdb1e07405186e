import { Button, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../../i18n/fault-text.ts';
import { client, orpc } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';
import { focusFirstError } from '../../ui/form/focus-first-error.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Message } from '../../ui/message.tsx';
import { SchemeSwitch } from '../../ui/scheme-switch.tsx';
import { CityStep } from './city-step.tsx';
import { DoneStep } from './done-step.tsx';
import { EmployersStep } from './employers-step.tsx';
import { ExportStep } from './export-step.tsx';
import { forgetSetUp, keepSetUp, startSetUp } from './kept-set-up.ts';
import { OfficeStep } from './office-step.tsx';
import { ProgressList } from './progress-list.tsx';
import classes from './set-up.module.css';
import { ENTRY_STEPS, type EntryStep, STEPS, type Step, setUpErrors, stepOfFault } from './set-up-steps.ts';
import { answersOf, type SetUpValues } from './set-up-values.ts';
import { wrongGroups } from './sheet-groups.ts';
import { SheetsStep, type TypedGroups } from './sheets-step.tsx';
import { StaffStep } from './staff-step.tsx';
import { SummaryStep } from './summary-step.tsx';

type Begun = Awaited<ReturnType<typeof client.office.beginSetUp>>;
const NOTHING_TYPED: TypedGroups = { city: [], partner: [] };

function isEntryStep(step: Step): step is EntryStep {
  return ENTRY_STEPS.some((entry) => entry === step);
}

/** The steps from an empty folder to an office. Going back keeps what was typed; an error keeps everything. */
export function Assistant({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('office');
  const faultText = useFaultText();
  const queryClient = useQueryClient();
  const [start] = useState(startSetUp);
  const [step, setStep] = useState<Step>(start.step);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [marked, setMarked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useForm<SetUpValues>({ mode: 'controlled', initialValues: start.values });

  useEffect(() => {
    if (isEntryStep(step) || step === 'summary') keepSetUp({ values: form.values, step });
  }, [form.values, step]);

  // An error stands until it is mended, not until the next click.
  useEffect(() => {
    if (!isEntryStep(step)) return;
    const left = setUpErrors(t, form.values, step);
    for (const [path, shown] of Object.entries(form.errors)) {
      if (left[path] === undefined) form.clearFieldError(path);
      else if (left[path] !== shown) form.setFieldError(path, left[path]);
    }
  }, [form, step, t]);

  const goTo = (next: Step) => {
    setStep(next);
    setTrouble(null);
    setMarked(false);
    // A new step begins at its title, for eyes and screen readers alike.
    window.requestAnimationFrame(() => heading.current?.focus());
  };
  const stumble = (error: unknown) => {
    const fault = faultOf(error);
    const mendedAt = fault.reason === 'set-up-expired' ? 'summary' : stepOfFault(fault);
    if (mendedAt) goTo(mendedAt);
    setTrouble(faultText(fault));
    if (fault.reason === 'not-empty') void queryClient.invalidateQueries({ queryKey: orpc.office.status.key() });
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      stumble(error);
    } finally {
      setBusy(false);
    }
  };

  const begin = () =>
    attempt(async () => {
      setBegun(await client.office.beginSetUp(answersOf(form.values)));
      setTyped(NOTHING_TYPED);
      goTo('sheets');
    });
  const complete = (set: Begun) =>
    attempt(async () => {
      if (
        set.sheets.some((sheet) => wrongGroups(sheet.identity, sheet.askedGroups, typed[sheet.employer]).length > 0)
      ) {
        setMarked(true);
        return focusFirstError(element.current);
      }
      await client.office.completeSetUp({ setUpId: set.setUpId, typed });
      setBegun(null);
      forgetSetUp();
      goTo('done');
    });
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (step === 'summary') return void begin();
    if (step === 'sheets' && begun) return void complete(begun);
    if (!isEntryStep(step)) return;
    const errors = setUpErrors(t, form.values, step);
    form.setErrors(errors);
    if (Object.keys(errors).length > 0) return focusFirstError(element.current);
    goTo(STEPS[STEPS.indexOf(step) + 1] ?? 'summary');
  };
  const goBack = () => (step === 'office' ? onLeave() : goTo(STEPS[STEPS.indexOf(step) - 1] ?? 'office'));

  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <Text fw={650} size="lg">
          {t('setUp.title')}
        </Text>
        <div style={{ display: 'flex', gap: '0.5rem' }}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <ProgressList current={step} />
      <main className={classes.card}>
        <form ref={element} onSubmit={goOn} noValidate style={{ display: 'contents' }}>
          <div className={classes.content}>
            <Title order={1} ref={heading} tabIndex={-1} mb="sm" style={{ outline: 'none' }}>
              {t(`setUp.heading.${step}`)}
            </Title>
            {trouble && (
              <div style={{ marginBottom: '1rem' }}>
                <Message kind="error" announce>
                  {trouble}
                </Message>
              </div>
            )}
            {step === 'office' && <OfficeStep form={form} />}
            {step === 'employers' && <EmployersStep form={form} />}
            {step === 'staff' && <StaffStep form={form} />}
            {step === 'city' && <CityStep form={form} />}
            {step === 'export' && <ExportStep form={form} />}
            {step === 'summary' && <SummaryStep values={form.values} onGoTo={goTo} />}
            {step === 'sheets' && begun && (
              <SheetsStep
                sheets={begun.sheets}
                officeName={form.values.office.name}
                typed={typed}
                onTyped={setTyped}
                marked={marked}
              />
            )}
            {step === 'done' && (
              <DoneStep onSignIn={() => void queryClient.invalidateQueries({ queryKey: orpc.office.status.key() })} />
            )}
          </div>
          {step !== 'done' && (
            <div className={classes.foot}>
              <Button variant="default" onClick={goBack} disabled={busy}>
                {t('setUp.back')}
              </Button>
              <Button type="submit" loading={busy}>
                {step === 'summary' ? t('setUp.makeSheets') : step === 'sheets' ? t('setUp.complete') : t('setUp.next')}
              </Button>
            </div>
          )}
        </form>
      </main>
    </div>
  );
}
