// What the style of a foreign element says about its words. Word, Google Docs and Pages say bold with styles.

/** Properties and their values, in lower case. */
type Declarations = ReadonlyMap<string, string>;

export interface Style {
  /** What of it nobody asks for but one kind of element. */
  declared: Declarations;
  /** Bold, or plainly not bold; null where nothing is said. */
  bold: boolean | null;
  italic: boolean | null;
  struck: boolean;
  rise: 'super' | 'sub' | null;
  hidden: boolean;
  wingdings: boolean;
}

export type StyleOf = (element: Element) => Style;

const NOTHING = read(new Map<string, string>());

/** Reads the style of elements: their classes in `sheet`, then their own. */
export function styles(sheet: string): StyleOf {
  const rules = classRules(sheet);
  // Word and Google Docs repeat a handful of styles a thousand times: by what the classes say, then by the element's own.
  const known = new Map<string, Map<string, Style>>();
  const parsed = (classes: string, own: string): Style => {
    let same = known.get(classes);
    if (same === undefined) known.set(classes, (same = new Map<string, Style>()));
    let style = same.get(own);
    if (style === undefined) same.set(own, (style = read(declarations(`${classes};${own}`))));
    return style;
  };
  const ofClass = new Map<string, string>();
  const classStyle = (element: Element): string => {
    const classes = element.getAttribute('class');
    if (classes === null) return '';
    const key = `${element.localName}.${classes}`;
    let style = ofClass.get(key);
    if (style === undefined) ofClass.set(key, (style = rulesFor(element, rules)));
    return style;
  };
  return (element) => {
    if (!element.hasAttributes()) return NOTHING;
    const own = element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
    const ofClasses = rules.size === 0 ? '' : classStyle(element);
    return own === '' && ofClasses === '' ? NOTHING : parsed(ofClasses, own);
  };
}

function read(declared: Declarations): Style {
  const align = declared.get('vertical-align');
  return {
    declared,
    bold: boldness(declared),
    italic: slant(declared),
    struck: isStruck(declared),
    rise: align === 'super' || align === 'sub' ? align : null,
    hidden: isHidden(declared),
    wingdings: declared.get('font-family')?.includes('wingdings') ?? false,
  };
}

function boldness(style: Declarations): boolean | null {
  const weight = style.get('font-weight');
  if (weight === undefined) return /\b(?:bold|[6-9]00)\b/.test(style.get('font') ?? '') ? true : null;
  if (/^(?:bold|bolder|[6-9]\d\d)/.test(weight)) return true;
  return /^(?:normal|lighter|[1-5]\d\d)/.test(weight) ? false : null;
}

function slant(style: Declarations): boolean | null {
  const slanted = style.get('font-style');
  if (slanted === undefined) return /\b(?:italic|oblique)\b/.test(style.get('font') ?? '') ? true : null;
  if (/^(?:italic|oblique)/.test(slanted)) return true;
  return slanted.startsWith('normal') ? false : null;
}

function isStruck(style: Declarations): boolean {
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  return line.includes('line-through');
}

/** Emails hide a first line for the list of messages; Word hides what it keeps for itself. */
function isHidden(style: Declarations): boolean {
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
