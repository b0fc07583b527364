/** What can't be inserted without a question. */
export type Asked = 'picture' | 'link' | 'source' | 'video' | 'marks';
