import type { CloseReason } from '../../graphql/generated/graphql.ts'

/** Why an alert is closed, in the words of the console. */
export const CLOSE_REASONS: Record<CloseReason, { name: string; means: string }> = {
  true_positive: { name: 'True positive', means: 'It happened, and it was hostile.' },
  benign_positive: { name: 'Benign positive', means: 'It happened, and it was meant to.' },
  false_positive_logic: { name: 'False positive, rule', means: 'The rule is too wide.' },
  false_positive_data: { name: 'False positive, data', means: 'The log was wrong or misread.' },
  undetermined: { name: 'Undetermined', means: 'It cannot be told from what is there.' },
}
