import type { Door, Topic } from '../api';
import { words } from '../words';
import { type AroundNames, NameList } from './nameList.svelte';
import { paths } from './paths';

/** What can be changed of a topic. */
export interface TopicFields {
  name: string;
}

/** What the articles are about. */
export class Topics extends NameList<Topic, TopicFields> {
  constructor(door: Door, around: AroundNames) {
    super(
      door,
      {
        list: async (door) => (await door.call('topics_list', {})).topics,
        fieldsOf: ({ name }) => ({ name }),
        add: (door, { name }) => door.call('topic_add', { name }),
        save: (door, id, { name = '' }) => door.call('topic_rename', { id, name }),
        delete: (door, id) => door.call('topic_delete', { id }),
        restore: (door, id) => door.call('topic_restore', { id }),
        part: (door, id, articles) => door.call('topic_part', { id, articles }),
        remove: (door, id) => door.call('topic_remove', { id }),
        filter: 'topic',
        path: paths.topic,
        say: words.topics.done,
      },
      around,
    );
  }
}
