import type { Page } from './harness/index.ts';

// What a person does in the playground and sees there, in engines without Playwright: the page's own events.

/** Presses the first button whose label begins so, once it is there. */
export function press(page: Page, label: string): Promise<void> {
  return page.run(async (wanted) => {
    const find = (): HTMLElement | undefined => [...document.querySelectorAll('button')].find((one) => (
      (one.getAttribute('aria-label') ?? one.querySelector('.name')?.textContent ?? one.textContent ?? '').trim().startsWith(wanted)));
    for (let at = 0; at < 400 && find() === undefined; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    const found = find();
    if (found === undefined) throw new Error(`no button ${wanted}`);
    found.click();
  }, label);
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.run(async (wanted) => {
    for (let at = 0; at < 800 && document.querySelector(wanted) === null; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    return document.querySelector(wanted)?.textContent ?? '';
  }, selector);
}

/** Types into the composer as a person does, and sends. */
export async function say(page: Page, text: string): Promise<void> {
  await page.run((value) => {
    const field = document.querySelector<HTMLTextAreaElement>('.composer textarea');
    if (field === null) throw new Error('no composer');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await press(page, 'Send');
}

export function bubbleWith(page: Page, text: string): Promise<boolean> {
  return page.run(async (wanted) => {
    const shows = (): boolean => [...document.querySelectorAll('.bubble')].some((one) => one.textContent.includes(wanted));
    for (let at = 0; at < 800 && !shows(); at++) await new Promise((resolve) => setTimeout(resolve, 25));
    return shows();
  }, text);
}

/** Types into a field in place of what is there. */
export function type(page: Page, selector: string, text: string): Promise<void> {
  return page.run(async (wanted, value) => {
    const find = (): HTMLInputElement | HTMLTextAreaElement | null => document.querySelector(wanted);
    for (let at = 0; at < 400 && find() === null; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    const field = find();
    if (field === null) throw new Error(`no field ${wanted}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, selector, text);
}

/** Chooses the option of that label. */
export function choose(page: Page, selector: string, label: string): Promise<void> {
  return page.run(async (wanted, text) => {
    const find = (): HTMLSelectElement | null => document.querySelector(wanted);
    for (let at = 0; at < 400 && find() === null; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    const field = find();
    const option = [...field?.options ?? []].find((one) => one.label === text);
    if (field === null || option === undefined) throw new Error(`no ${text} in ${wanted}`);
    field.value = option.value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, selector, label);
}

/** Texts of the elements, once they are as wanted; after ten seconds as they are then. */
export function textsOf(page: Page, selector: string, wanted: readonly string[]): Promise<readonly string[]> {
  return page.run(async (which, texts) => {
    const now = (): string[] => [...document.querySelectorAll(which)].map((one) => (one.textContent ?? '').trim());
    for (let at = 0; at < 400 && JSON.stringify(now()) !== JSON.stringify(texts); at++) await new Promise((resolve) => setTimeout(resolve, 25));
    return now();
  }, selector, wanted);
}
