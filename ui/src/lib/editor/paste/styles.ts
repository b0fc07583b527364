// What the style of a foreign element says about its words. Word, Google Docs and Pages say bold with styles.

/** Properties and their values, in lower case. */
export type Declarations = ReadonlyMap<string, string>;
export type StyleOf = (element: Element) => Declarations;

const NOTHING: Declarations = new Map();

/** Reads the style of elements: their classes in `sheet`, then their own. */
export function styles(sheet: string): StyleOf {
  const rules = classRules(sheet);
  // Word and Google Docs repeat a handful of styles a thousand times.
  const known = new Map<string, Declarations>();
  const parsed = (css: string): Declarations => {
    const style = known.get(css) ?? declarations(css);
    known.set(css, style);
    return style;
  };
  const ofClass = new Map<string, string>();
  const classStyle = (element: Element): string => {
    const key = `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const style = ofClass.get(key) ?? rulesFor(element, rules);
    ofClass.set(key, style);
    return style;
  };
  return (element) => {
    const own = element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
    const ofClasses = rules.size === 0 ? '' : classStyle(element);
    return own === '' && ofClasses === '' ? NOTHING : parsed(`${ofClasses};${own}`);
  };
}

/** Bold, or plainly not bold; null where nothing is said. */
export function boldness(style: Declarations): boolean | null {
  const weight = style.get('font-weight');
  if (weight === undefined) return /\b(?:bold|[6-9]00)\b/.test(style.get('font') ?? '') ? true : null;
  if (/^(?:bold|bolder|[6-9]\d\d)/.test(weight)) return true;
  return /^(?:normal|lighter|[1-5]\d\d)/.test(weight) ? false : null;
}

export function slant(style: Declarations): boolean | null {
  const slanted = style.get('font-style');
  if (slanted === undefined) return /\b(?:italic|oblique)\b/.test(style.get('font') ?? '') ? true : null;
  if (/^(?:italic|oblique)/.test(slanted)) return true;
  return slanted.startsWith('normal') ? false : null;
}

export function isStruck(style: Declarations): boolean {
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  return line.includes('line-through');
}

/** Emails hide a first line for the list of messages; Word hides what it keeps for itself. */
export function isHidden(style: Declarations): boolean {
  return (style.get('display') ?? '').startsWith('none') || style.get('mso-hide') === 'all';
}

function declarations(css: string): Declarations {
  const found = new Map<string, string>();
  for (const part of css.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

/** The declarations of `p.p1 {…}` and `.s1 {…}`, under these names. Other selectors say nothing that is asked for. */
function classRules(sheet: string): Map<string, string> {
  const rules = new Map<string, string>();
  for (const rule of sheet.split('}')) {
    const brace = rule.lastIndexOf('{');
    if (brace < 0) continue;
    const selectors = rule.slice(
      rule.lastIndexOf('*/', brace) < 0 ? 0 : rule.lastIndexOf('*/', brace) + 2,
      brace,
    );
    for (const selector of selectors.split(',')) {
      const name = selector.replace('<!--', '').trim().toLowerCase();
      if (/^[a-z0-9]*\.[\w-]+$/.test(name)) rules.set(name, rule.slice(brace + 1));
    }
  }
  return rules;
}

function rulesFor(element: Element, rules: ReadonlyMap<string, string>): string {
  const classes = (element.getAttribute('class') ?? '').toLowerCase().split(/\s+/);
  return classes
    .flatMap((name) => [rules.get(`.${name}`), rules.get(`${element.localName}.${name}`)])
    .filter((rule) => rule !== undefined)
    .join(';');
}
