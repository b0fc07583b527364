// What a person did to an article outside its text, in words, and the way back.

import type { Article, ArticlePatch } from '../api';
import { words } from '../words';

/** The fields outside the text. */
export type Fields = Pick<
  Article,
  'title' | 'summary' | 'topics' | 'author' | 'hero' | 'status' | 'published'
>;

export interface FieldEdit {
  name: string;
  /** Edits of the same field that follow one another are one, where it is typed into. */
  field: string;
  typed: boolean;
  before: ArticlePatch;
  after: ArticlePatch;
  /** What the window says about it. */
  said: string | null;
}

type Said = Pick<FieldEdit, 'name' | 'field' | 'typed'> & { said?: string };

const say = words.history;

/** The edit that `patch` is to an article with these fields; nothing if it is to the text alone. */
export function editOf(fields: Fields, patch: ArticlePatch): FieldEdit | null {
  const keys = (Object.keys(patch) as (keyof ArticlePatch)[]).filter((key) => key !== 'text');
  const [first] = keys;
  if (first === undefined) return null;
  const after: ArticlePatch = Object.fromEntries(keys.map((key) => [key, patch[key]]));
  const before: ArticlePatch = Object.fromEntries(keys.map((key) => [key, fields[key]]));
  // An article that becomes ready is given a date.
  if ('status' in after) before.published = fields.published;
  return { said: null, before, after, ...told(first, fields, after) };
}

function told(field: keyof Fields, fields: Fields, after: ArticlePatch): Said {
  switch (field) {
    case 'topics':
      return { field, typed: false, ...topicsTold(fields.topics, after.topics ?? []) };
    case 'hero':
      return heroTold(fields.hero, after.hero ?? null);
    case 'status':
      return { field, typed: false, name: after.status === 'ready' ? say.markReady : say.markDraft };
    default:
      return { field, typed: true, name: say.change[field] };
  }
}

function topicsTold(before: readonly string[], after: readonly string[]): { name: string; said?: string } {
  const added = after.find((topic) => !before.includes(topic));
  const removed = before.find((topic) => !after.includes(topic));
  if (added !== undefined) return { name: say.addTopic(added) };
  if (removed === undefined) return { name: say.changeTopics };
  return { name: say.removeTopic(removed), said: say.topicRemoved(removed) };
}

function heroTold(before: Fields['hero'], after: Fields['hero']): Said {
  const field = 'hero';
  if (after === null) return { field, typed: false, name: say.removePicture, said: say.pictureRemoved };
  if (before?.picture === after.picture) return { field: 'hero.alt', typed: true, name: say.describePicture };
  return { field, typed: false, name: before === null ? say.choosePicture : say.changePicture };
}
