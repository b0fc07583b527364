export const marks = {
  title: 'About these marks',
  lead: 'The light marks that you may see around your words are Markdown, a way of writing that other programs read too. You never need to type them: the buttons above the text and the Insert menu write them for you.',
  list: [
    { name: 'Headings', written: '## Heading\n### Smaller heading', means: '' },
    { name: 'Bold and italic', written: '**bold** and *italic*', means: '' },
    { name: 'Lists', written: '- one\n- two\n\n1. first\n2. second', means: '' },
    {
      name: 'Steps',
      written: '1. **Wash your hands.** Use warm water and soap.\n2. **Dry them.** A clean towel will do.',
      means: 'A numbered list in which every item begins in bold is shown as steps.',
    },
    { name: 'Quotation', written: '> What somebody said', means: '' },
    {
      name: 'Boxes',
      written: '> [!NOTE]\n> Bring a list of your medicines.',
      means:
        '[!NOTE] is “Note”, [!IMPORTANT] is “Important”, and [!CALL] is “When to call us”, with your phone number below.',
    },
    {
      name: 'Question and answer',
      written: '### Does it hurt?\n\nMost people feel a small pinch.',
      means:
        'A smaller heading that ends with a question mark is a question, and what follows is its answer.',
    },
    {
      name: 'Table',
      written: '| Day | Opens |\n| --- | --- |\n| Monday | 8 am |',
      means: 'The first row is the head.',
    },
    {
      name: 'Links',
      written: '[words](https://example.org)\n[words](article:better-sleep)\n[words](practice:phone)',
      means:
        'To a web page, to one of your articles, and to your phone number, whatever it is at the time. The same goes for practice:email and practice:booking.',
    },
    {
      name: 'Ways to reach you',
      written: '[Would you like to talk it through?](practice:contact)',
      means: 'Alone in its paragraph, it becomes a panel with these words and your buttons.',
    },
    {
      name: 'Picture',
      written:
        '![What it shows](picture:0123456789abcdef "Caption | credit: Ana Ruiz | size: small | side: left")',
      means:
        'Sizes are small, medium and full; sides are left, center and right. All of it but the first part may be left out.',
    },
    {
      name: 'Source',
      written: 'Most adults sleep too little.[^1]\n\n[^1]: About Sleep, CDC',
      means: 'Sources are listed below the article.',
    },
    {
      name: 'Video',
      written: '[How an infusion works](https://www.youtube.com/watch?v=…)',
      means: 'Alone in its paragraph, a link to a video on YouTube or Vimeo becomes a card.',
    },
    { name: 'Divider', written: '---', means: 'Alone in its paragraph.' },
  ],
};
