import { type SchemaPath, validateTree, type ValidationError } from '@angular/forms/signals';
import type * as z from 'zod';

/** What the contract has against a text: where, as `options.2.text.en`, and the kind of fault. The words are the form's. */
export interface ContractIssue extends ValidationError {
  readonly path: string;
}

/** Validates a form by the schema of what it becomes. Forms hold what a person can type; `toContract` makes of it what is sent. */
export function validateContract<T>(path: SchemaPath<T>, schema: z.ZodType, toContract: (value: T) => unknown): void {
  validateTree(path, ({ value }) => {
    const parsed = schema.safeParse(toContract(value()));
    if (parsed.success) return null;
    return parsed.error.issues.map((issue): ContractIssue => ({ kind: issue.code, path: issue.path.join('.') }));
  });
}

/** The issues of the contract among the errors of a form. */
export const contractIssues = (errors: readonly ValidationError[]): ContractIssue[] =>
  errors.filter((error): error is ContractIssue => 'path' in error);
