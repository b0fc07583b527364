import { expect, it } from 'vitest';

import { Latest } from './latest';

interface Answer {
  revision: number;
  text: string;
}

function asking() {
  const questions: {
    text: string;
    revision: number;
    answer: (text?: string, revision?: number) => Promise<void>;
  }[] = [];
  const shown: string[] = [];
  const failed: unknown[] = [];
  const draft = { text: '' };
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const latest = new Latest<Answer>({
    ask: (revision) =>
      new Promise<Answer>((resolve, reject) => {
        const { text } = draft;
        questions.push({
          text,
          revision,
          answer: (answer = text, echoed = revision) => {
            if (answer === 'fail') reject(new Error('no'));
            else resolve({ revision: echoed, text: answer });
            return settle();
          },
        });
      }),
    show: ({ text }) => shown.push(text),
    fail: (thrown) => failed.push(thrown),
  });
  const type = (text: string) => {
    draft.text = text;
    latest.wake();
  };
  return { questions, shown, failed, latest, type };
}

it('asks at once, and after the answer only for what is newest', async () => {
  const { questions, shown, type } = asking();
  type('a');
  type('ab');
  type('abc');
  expect(questions.map(({ text }) => text)).toEqual(['a']);
  await questions[0]?.answer();
  expect(questions.map(({ text }) => text)).toEqual(['a', 'abc']);
  await questions[1]?.answer();
  expect(shown).toEqual(['a', 'abc']);
  expect(questions).toHaveLength(2);
});

it('drops an answer to an older question', async () => {
  const { questions, shown, type } = asking();
  type('a');
  await questions[0]?.answer();
  type('ab');
  await questions[1]?.answer('something old', 1);
  expect(shown).toEqual(['a']);
});

it('drops what arrives after the article was left', async () => {
  const { questions, shown, latest, type } = asking();
  type('a');
  latest.stop();
  await questions[0]?.answer();
  expect(shown).toEqual([]);
});

it('goes on after a question that failed', async () => {
  const { questions, shown, failed, type } = asking();
  type('a');
  type('ab');
  await questions[0]?.answer('fail');
  expect(failed).toHaveLength(1);
  await questions[1]?.answer();
  expect(shown).toEqual(['ab']);
});
