import { parseHTML } from 'linkedom';

/** The part of the DOM that reading a page needs; TypeScript's own DOM types would give every module a browser's globals. */
export type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  textContent: string | null;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly lastChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
};

export type DomElement = DomNode & {
  readonly children: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  matches(selector: string): boolean;
  closest(selector: string): DomElement | null;
  contains(node: DomNode): boolean;
  remove(): void;
};

export type DomDocument = {
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
};

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/** A page as a document whose scripts never run and whose resources are never fetched. */
export function readHtml(html: string): DomDocument {
  const whole = /<(?:html|body)[\s>]/i.test(html.slice(0, 20_000))
    ? html
    : `<html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document;
}
