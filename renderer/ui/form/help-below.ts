/** For fields that stand side by side: help under the input, so that the inputs of a row stay on one line. */
export const HELP_BELOW = { inputWrapperOrder: ['label', 'input', 'description', 'error'] } satisfies {
  inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[];
};
