import type { Door, Person } from '../api';
import { words } from '../words';
import { type AroundNames, NameList } from './nameList.svelte';
import { paths } from './paths';

/** What can be changed of a person. */
export interface PersonFields {
  name: string;
  /** What stands after the name. */
  credentials: string;
}

/** Who writes the articles. */
export class People extends NameList<Person, PersonFields> {
  constructor(door: Door, around: AroundNames) {
    super(
      door,
      {
        list: async (door) => (await door.call('people_list', {})).people,
        fieldsOf: ({ name, credentials }) => ({ name, credentials }),
        add: (door, fields) => door.call('person_add', fields),
        save: (door, id, patch) => door.call('person_save', { id, patch }),
        delete: (door, id) => door.call('person_delete', { id }),
        restore: (door, id) => door.call('person_restore', { id }),
        part: (door, id, articles) => door.call('person_part', { id, articles }),
        remove: (door, id) => door.call('person_remove', { id }),
        filter: 'author',
        path: paths.person,
        say: words.people.done,
      },
      around,
    );
  }
}
