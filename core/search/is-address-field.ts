import { fieldsOf } from './field-aliases.ts'

/** Whether a name stands for addresses, as ECS names them: what is asked of it may be a network, even in quotes. */
export function isAddressField(name: string): boolean {
  return fieldsOf(name).some((field) => /(?:^|\.)ip$/.test(field))
}
