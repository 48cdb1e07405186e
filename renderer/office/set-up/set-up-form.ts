import type { UseFormReturnType } from '@mantine/form';
import type { SetUpValues } from './set-up-values.ts';

/** The one form behind all steps of the assistant. */
export type SetUpForm = UseFormReturnType<SetUpValues>;
