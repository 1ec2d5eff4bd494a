/**
 * The playground's whole view layer: a tree of plain objects and `patch`, which makes the document match it in place,
 * so that focus, selection and scroll stay where they are. Text only ever becomes a text node.
 */
export type Child = VNode | string | false | undefined;

export interface VNode {
  readonly tag: string;
  readonly key: string | undefined;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly Child[];
}

type Handler = (event: never) => unknown;
interface Props {
  readonly key?: string;
  readonly [name: string]: string | number | boolean | object | Handler | undefined;
}

/**
 * `on…` are handlers, `on:…` listeners of custom events, `value`, `checked` and `.…` properties, everything else attributes; `false`
 * leaves one out. `initial` is a value that the person may be changing: it is put in only where it is another than last time.
 */
export function h(tag: string, props: Props = {}, ...children: readonly (Child | readonly Child[])[]): VNode {
  const { key, ...rest } = props;
  return { tag, key, props: rest, children: children.flat() };
}

interface Kept extends Element {
  __key?: string | undefined;
  __props?: Readonly<Record<string, unknown>>;
  __listeners?: Map<string, EventListener>;
}

const SVG_TAGS = new Set(['svg', 'path', 'circle', 'rect']);

export function patch(host: Element, children: readonly Child[]): void {
  const wanted = children.filter((child): child is VNode | string => typeof child === 'object' || (typeof child === 'string' && child !== ''));
  const keyed = new Map<string, Kept>();
  for (const node of host.children as Iterable<Element> & HTMLCollection) {
    const { __key } = node as Kept;
    if (__key !== undefined) keyed.set(__key, node as Kept);
  }
  // First out with what goes, so that what stays is met in its place: a moved or remade element would lose the keyboard.
  const kept = new Set(wanted.map((child) => (typeof child === 'string' ? undefined : child.key)));
  for (const [key, node] of keyed) if (!kept.has(key)) node.remove();
  let at: ChildNode | null = host.firstChild;
  for (const child of wanted) {
    const found = reuse(child, at, keyed);
    const node = found ?? make(child);
    if (node === at) at = at.nextSibling;
    else host.insertBefore(node, at);
    if (typeof child === 'string') {
      if (node.textContent !== child) node.textContent = child;
    } else {
      apply(node as Kept, child);
    }
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

function reuse(child: VNode | string, at: ChildNode | null, keyed: Map<string, Kept>): ChildNode | undefined {
  if (typeof child === 'string') return at?.nodeType === Node.TEXT_NODE ? at : undefined;
  if (child.key !== undefined) {
    const node = keyed.get(child.key);
    return node?.localName === child.tag ? node : undefined;
  }
  return at instanceof Element && at.localName === child.tag && (at as Kept).__key === undefined ? at : undefined;
}

function make(child: VNode | string): ChildNode {
  if (typeof child === 'string') return document.createTextNode(child);
  const node: Kept = SVG_TAGS.has(child.tag) ? document.createElementNS('http://www.w3.org/2000/svg', child.tag) : document.createElement(child.tag);
  node.__key = child.key;
  return node;
}

function apply(node: Kept, child: VNode): void {
  const old = node.__props ?? {};
  for (const name of Object.keys(old)) {
    if (!(name in child.props)) setProp(node, name, undefined);
  }
  // `value` of a select needs its options first.
  patch(node, child.children);
  for (const [name, value] of Object.entries(child.props)) {
    if (old[name] !== value || name === 'value' || name === 'checked') setProp(node, name, value);
  }
  node.__props = child.props;
}

function setProp(node: Kept, name: string, value: unknown): void {
  if (name.startsWith('.')) {
    (node as unknown as Record<string, unknown>)[name.slice(1)] = value;
  } else if (name.startsWith('on:')) {
    const listeners = node.__listeners ??= new Map<string, EventListener>();
    const [type, before] = [name.slice(3), listeners.get(name)];
    if (before !== undefined) node.removeEventListener(type, before);
    if (typeof value === 'function') node.addEventListener(type, value as EventListener);
    listeners.set(name, value as EventListener);
  } else if (name.startsWith('on')) {
    (node as unknown as Record<string, unknown>)[name] = value ?? null;
  } else if (name === 'initial') {
    (node as HTMLInputElement).value = String(value ?? '');
  } else if (name === 'value' || name === 'checked') {
    const target = node as unknown as Record<string, unknown>;
    if (target[name] !== value) target[name] = value ?? '';
  } else if (value === undefined || value === false) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, value === true ? '' : String(value as string | number));
  }
}
