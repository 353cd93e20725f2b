import { parseHTML } from 'linkedom';
import { shallow } from './nesting.ts';

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
  readonly childNodes: Iterable<DomNode>;
};

export type DomElement = DomNode & {
  readonly children: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  matches(selector: string): boolean;
  closest(selector: string): DomElement | null;
  contains(node: DomNode): boolean;
  remove(): void;
  append(...nodes: readonly DomNode[]): void;
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

/**
 * A page as a document whose scripts never run and whose resources are never fetched. linkedom takes markup as it stands, so
 * what HTML's tree construction would put right is put right here: one head, one body, whatever was left out, doubled or misplaced.
 */
export function readHtml(html: string): DomDocument {
  const { document } = parseHTML(shallow(html.trimStart().startsWith('<') ? html : `<p>${html}`));
  const root: DomElement = document.createElement('html');
  const head: DomElement = document.createElement('head');
  const body: DomElement = document.createElement('body');
  root.append(head, body);
  const place = (nodes: readonly DomNode[]): void => {
    for (const node of nodes) {
      if (/^(?:HTML|HEAD|BODY)$/.test(node.nodeName)) place([...node.childNodes]);
      else if (node.nodeType === 1) (IN_HEAD.has(node.nodeName) ? head : body).append(node);
      else if (node.nodeType === 3) body.append(node);
    }
  };
  const given: DomNode[] = [...document.childNodes];
  place(given);
  for (const node of [...document.children]) node.remove();
  document.append(root);
  // Readers split styles by patterns that white space makes slow.
  for (const element of document.querySelectorAll('[style]')) {
    element.setAttribute('style', (element.getAttribute('style') ?? '').slice(0, STYLE).replace(/\s+/g, ' '));
  }
  return document;
}

/** Whether an element is shown stands in its first declarations. */
const STYLE = 1000;

/** Metadata counts wherever it stands. */
const IN_HEAD = new Set(['META', 'TITLE', 'LINK', 'BASE', 'STYLE']);
