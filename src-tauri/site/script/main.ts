import { SearchPage } from './page.ts';
import { scripts } from './parts.ts';

new SearchPage(document, window, scripts(document)).start();
