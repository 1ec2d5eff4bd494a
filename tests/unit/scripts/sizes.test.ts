import { expect, it } from 'vitest';
import { importedParts } from '../../../scripts/sizes/budgets.ts';

it.each([
  ['import{a as b}from"./part-a.js";b()', ['part-a.js']],
  ['import"./effect.js";import * as c from "./c.js"', ['effect.js', 'c.js']],
  ["export { d } from './d.js'", ['d.js']],
  ['const later=()=>import("./later.js");import(`./later.js`)', []],
  ['import"comlink";import x from "node:fs"', []],
])('of %s a page loads first %j', (code, parts) => {
  expect(importedParts(code)).toEqual(parts);
});
