// The parts of the panel, as plain elements: there is no Svelte within the editor.

const SVG = 'http://www.w3.org/2000/svg';

/** Lucide's chevrons and cross, 24 by 24. */
const icons = {
  previous: 'm18 15-6-6-6 6',
  next: 'm6 9 6 6 6-6',
  more: 'm9 18 6-6-6-6',
  close: 'M18 6 6 18M6 6l12 12',
};

export function element(tag: string, className: string, children: (Node | string)[] = []): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

export function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'button small', [label]) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

export function iconButton(icon: keyof typeof icons, label: string, press: () => void): HTMLButtonElement {
  const made = button('', press);
  made.className = `icon-button cm-find-${icon}`;
  made.title = label;
  made.setAttribute('aria-label', label);
  made.append(drawing(icons[icon]));
  return made;
}

export function textField(label: string): HTMLInputElement {
  const made = element('input', 'input') as HTMLInputElement;
  made.type = 'text';
  made.placeholder = label;
  made.spellcheck = false;
  made.autocomplete = 'off';
  made.setAttribute('autocapitalize', 'off');
  made.setAttribute('aria-label', label);
  return made;
}

export function check(text: string): { label: HTMLElement; input: HTMLInputElement } {
  const input = document.createElement('input');
  input.type = 'checkbox';
  return { label: element('label', 'cm-find-check', [input, text]), input };
}

function drawing(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  const attributes = { viewBox: '0 0 24 24', width: '18', height: '18', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries(STROKE)) svg.setAttribute(name, value);
  svg.append(line);
  return svg;
}

const STROKE = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};
