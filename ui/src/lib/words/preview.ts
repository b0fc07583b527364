export const preview = {
  name: 'Preview',
  width: 'Show the page as on a',
  phone: 'Phone',
  tablet: 'Tablet',
  desktop: 'Desktop',
  behind: 'The preview can’t keep up at the moment.',
};
