// Where in the library the person is. It lives in the address, so that links are links and Back goes back.

export type Route =
  | { name: 'articles' }
  | { name: 'article'; id: string }
  | { name: 'pictures'; id: string | null }
  | { name: 'people'; id: string | null }
  | { name: 'topics'; id: string | null }
  | { name: 'practice' }
  | { name: 'bin' };

export { paths } from './paths';

export function parseRoute(hash: string): Route {
  const [section, id] = hash.replace(/^#\/?/, '').split('/');
  if (section === 'practice') return { name: 'practice' };
  if (section === 'pictures' || section === 'people' || section === 'topics') {
    return { name: section, id: id ? decodeURIComponent(id) : null };
  }
  if (section === 'bin') return { name: 'bin' };
  return id ? { name: 'article', id: decodeURIComponent(id) } : { name: 'articles' };
}

class Address {
  route: Route = $state.raw(parseRoute(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.route = parseRoute(location.hash)));
  }

  /** At once, and without waiting for the browser to say so. */
  go(path: string): void {
    location.hash = path;
    this.route = parseRoute(path);
  }
}

export const address = new Address();
