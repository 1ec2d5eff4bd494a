import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../src/ui/inward-link.ts';
import { plainFileName, plainLine } from '../../../src/ui/plain-name.ts';

describe('a name', () => {
  it.each([
    ['Ann', 'Ann'], ['  Ann  ', 'Ann'], ['A\nn\u2028n', 'Ann'], ['\u202egnp.Ann', 'gnp.Ann'], ['\u2066Ann\u2069\u200f', 'Ann'],
    ['می\u200cخواهم', 'می\u200cخواهم'], ['', undefined], [' \u200d\u3164\u2800', undefined], [undefined, undefined], [{}, undefined],
  ])('%j is %j', (name, line) => { expect(plainLine(name)).toBe(line); });

  it('ends after 80 characters, between characters', () => {
    expect(plainLine('😀'.repeat(90))).toBe(`${'😀'.repeat(79)}…`);
    expect(plainLine('😀'.repeat(80))).toBe('😀'.repeat(80));
    expect([...plainLine('x'.repeat(10_000)) ?? '']).toHaveLength(80);
  });
});

describe('a file name', () => {
  it.each([
    ['report.pdf', 'report.pdf'], ['../../etc/passwd', '_.._etc_passwd'], ['a\u202egnp.exe', 'agnp.exe'], ['C:\\x.txt', 'C__x.txt'], ['...', 'file'], [undefined, 'file'],
  ])('%j is %j', (name, plain) => { expect(plainFileName(name)).toBe(plain); });

  it('keeps its ending when it is long', () => {
    const plain = plainFileName(`${'a'.repeat(5000)}.exe`);
    expect(plain.endsWith('.exe')).toBe(true);
    expect(plain).toHaveLength(120);
  });
});

describe('the address of a link', () => {
  it.each([
    ['https://a.example/x', 'a.example'], ['a.example/x', 'a.example'], ['//a.example', 'a.example'], ['http://a.example:8080/', 'a.example:8080'],
    ['a.example:8080/x', 'a.example:8080'], ['https://bank.example@evil.example/', 'evil.example'], ['https://bücher.example', 'xn--bcher-kva.example'],
    ['HTTPS://A.EXAMPLE', 'a.example'], [' java\nscript:alert(1)', undefined], ['javascript:alert(1)', undefined], ['data:text/html,x', undefined],
    ['blob:https://a.example/1', undefined], ['file:///etc', undefined], ['tel:+1', undefined], ['intent://x#Intent', undefined], ['', undefined], ['https://', undefined],
    ['tel:112', undefined], ['sms:5550109999', undefined], ['TEL:112', undefined], ['a@b.example', undefined], ['plum@b.example/x', undefined], ['//plum@b.example', 'b.example'], ['mailto:a@b.example', undefined],
    ['+49 30 901820', undefined], ['030901820', undefined], ['555.010.9999', undefined], ['1.2.3.4/x', '1.2.3.4'], ['example dot com', undefined], ['пример.рф', 'xn--e1afmkfd.xn--p1ai'], ['例子。网站', 'xn--fsqu00a.xn--5tzm5g'],
  ])('%j goes to %j', (href, host) => { expect(webAddress(href)?.host).toBe(host); });
});
