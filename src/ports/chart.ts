import type { Series } from '../model.ts';

/** `page`: in the colours of the page that it stands in, which follow its reader's system. */
export type Theme = 'light' | 'dark' | 'page';
export type Chart = {
  svg(series: Series, options: { readonly theme: Theme; readonly width: number }): string;
  png(series: Series, options: { readonly theme: Exclude<Theme, 'page'>; readonly width: number }): Promise<Uint8Array>;
};
