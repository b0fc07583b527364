import { expect, it } from 'vitest';

import { slotsFor } from './slots';

const after = (...windows: string[]) =>
  windows.reduce((slots, keys) => slotsFor(slots, Array.from(keys)), new Map<string, number>());
const inOrder = (slots: Map<string, number>, keys: string) => Array.from(keys).map((key) => slots.get(key));

it('lets what comes into sight take the elements of what left it', () => {
  expect(inOrder(after('abcd', 'cdef'), 'cdef')).toEqual([2, 3, 0, 1]);
  expect(inOrder(after('abcd', 'wxyz'), 'wxyz')).toEqual([0, 1, 2, 3]);
});

it('keeps the element of what stays, whatever its place', () => {
  expect(inOrder(after('abcd', 'dcba'), 'abcd')).toEqual([0, 1, 2, 3]);
});

it('makes elements when there are more, and never gives one twice', () => {
  const slots = after('ab', 'bcde', 'e', 'efgh', '', 'xyz');
  expect(new Set(slots.values()).size).toBe(3);
  expect(inOrder(after('ab', 'bcde'), 'bcde')).toEqual([1, 0, 2, 3]);
});

it('makes elements anew where the focus is among them', () => {
  const slots = slotsFor(after('abcd'), Array.from('dxyz'), true);
  expect(inOrder(slots, 'dxyz')).toEqual([3, 4, 5, 6]);
});
