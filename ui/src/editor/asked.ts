/** What can't be inserted without a question. */
export type Asked = 'link' | 'source' | 'video' | 'marks';
