import type { Form } from '../model.ts';
import type { Context, Reply } from '../ports/platform.ts';
import type { World } from './world.ts';

/** What a button does. Its id is `verb` or `verb:argument` and names rows of the store; it is pressed for ever. */
export type Button = {
  readonly verb: string;
  readonly audience: 'everyone' | 'admin';
  press(argument: string, context: Context, world: World): Promise<Reply>;
};

export type Faults = { readonly faults: Readonly<Record<string, string>> };

/** What a button of kind `form` opens, and what its fields lead to: a reply, or a fault beside each field. */
export type FormAction = {
  readonly verb: string;
  readonly audience: 'everyone' | 'admin';
  open(argument: string, context: Context, world: World): Promise<Form | Reply>;
  submit(
    argument: string,
    values: Readonly<Record<string, readonly string[]>>,
    context: Context,
    world: World,
  ): Promise<Reply | Faults>;
};

/** `verb:argument` as its two parts. */
export function partsOf(id: string): { readonly verb: string; readonly argument: string } {
  const colon = id.indexOf(':');
  return colon === -1 ? { verb: id, argument: '' } : { verb: id.slice(0, colon), argument: id.slice(colon + 1) };
}
