import { type Door, type Practice, Refusal } from '../api';
import { words } from '../words';
import { History } from './history.svelte';
import type { NotSaved, SaveStatus } from '../saving';
import { fieldsOf, type Values, withFields, withValues } from './practiceFields';
import { paths } from './paths';
import { Saver } from './saver.svelte';

/** A field in the words of the wire, such as `siteUrl` or `hours.mon`, and why it was refused. */
export interface FieldRefusal {
  field: string;
  message: string;
  hint: string;
}

/** The facts of the practice. Every page that is made follows them. */
export class PracticeFacts {
  /** As they were typed; nothing before the first answer. */
  facts: Practice | null = $state.raw(null);
  /** The codes of the countries that it can be in; none before the first answer. */
  countries: readonly string[] = $state.raw([]);
  readonly saver: Saver<Practice>;
  /** The fields that the host could not keep as they are. All others are kept. */
  refused: FieldRefusal[] = $state.raw([]);
  /** A field that the person wants to be brought to. */
  sought: string | null = $state(null);

  #door: Door;
  #kept: (practice: Practice) => void;
  #history: History;
  /** The facts that were sent last as they were typed, and as the library has them. */
  #sent: Practice | null = null;
  #stored: Practice | null = null;
  /** Changed since they came to have the focus: half an email address is not wrong yet. */
  #typing: readonly string[] = $state.raw([]);

  constructor(door: Door, kept: (practice: Practice) => void, history = new History()) {
    this.#history = history;
    this.#door = door;
    this.#kept = kept;
    this.saver = new Saver((practice) => this.#send(practice));
  }

  async load(): Promise<void> {
    const untouched = () => !this.saver.unsaved;
    if (this.countries.length === 0) void this.#loadCountries();
    if (!untouched()) return;
    const stored = await this.#door.call('practice_get', {});
    // It may have been typed in meanwhile.
    if (!untouched()) return;
    this.facts = stored;
    this.#sent = stored;
    this.#stored = stored;
    this.refused = [];
  }

  change(patch: Partial<Practice>): void {
    if (this.facts === null) return;
    const before = fieldsOf(this.facts);
    this.facts = { ...this.facts, ...patch };
    const changed = [...fieldsOf(this.facts)].filter(([field, value]) => before.get(field) !== value);
    const fields = changed.map(([field]) => field);
    this.#typing = [...this.#typing, ...fields];
    this.saver.change(this.facts);
    this.#note(fields, before, fieldsOf(this.facts));
  }

  /** The person went on from the field that they were in: now it is as they mean it. */
  left(): void {
    this.#typing = [];
    this.#adopt();
  }

  /** The library is left. */
  end(): Promise<void> {
    return this.saver.end();
  }

  /** How it stands with what the person is done with: a field is not complained about while it is typed. */
  get status(): SaveStatus {
    const { status } = this.saver;
    if (status.kind !== 'failed' || status.problem.field === null) return status;
    const [first] = this.#complaints();
    if (first === undefined) return { kind: 'saving' };
    return { ...status, problem: asRefusal(first) };
  }

  /** Why a field is not kept; nothing while it is typed. */
  complaint(field: string): string | null {
    return this.#complaints().find((refusal) => refusal.field === field)?.message ?? null;
  }

  get notSaved(): NotSaved[] {
    const { status } = this.saver;
    if (status.kind !== 'failed') return [];
    const name = (field: string) => words.practice.fields[field] ?? words.practice.title;
    if (this.refused.length === 0 || status.problem.field === null) {
      return [{ what: words.save.practiceNotSaved, path: paths.practice, seek: () => undefined }];
    }
    return this.refused.map(({ field }) => ({
      what: words.save.fieldNotSaved(name(field)),
      path: paths.practice,
      seek: () => (this.sought = field),
    }));
  }

  /** Whoever does not choose one can do without. */
  async #loadCountries(): Promise<void> {
    const { codes } = await this.#door.call('countries_list', {}).catch(() => ({ codes: [] }));
    this.countries = codes;
  }

  #note(fields: readonly string[], before: Values, after: Values): void {
    const [first] = fields;
    if (first === undefined) return;
    const named = words.practice.fields[first] ?? words.practice.title;
    const of = (values: Values) => fields.map((field) => [field, values.get(field) ?? null] as const);
    this.#history.edited({
      name: words.history.changeFact(named),
      field: `practice.${fields.join()}`,
      before: of(before),
      after: of(after),
      // It is read, and never changed.
      // eslint-disable-next-line svelte/prefer-svelte-reactivity
      put: (values) => this.#restore(new Map(values)),
    });
  }

  /** Makes fields what they were before. */
  #restore(values: Values): void {
    if (this.facts === null) return;
    this.facts = withValues(this.facts, values);
    this.saver.change(this.facts);
  }

  #complaints(): FieldRefusal[] {
    return this.refused.filter(({ field }) => !this.#typing.includes(field));
  }

  async #send(typed: Practice): Promise<void> {
    const refused: FieldRefusal[] = [];
    const stored = await this.#save(typed, refused);
    this.#sent = typed;
    this.#stored = stored;
    this.refused = refused;
    this.#adopt();
    this.#kept(stored);
    const [first] = refused;
    if (first !== undefined) throw asRefusal(first);
  }

  /** Keeps what can be kept. The host names one field at a time that can't be: its last good value stands in for it. */
  async #save(typed: Practice, refused: FieldRefusal[]): Promise<Practice> {
    let practice = typed;
    for (;;) {
      try {
        return (await this.#door.call('practice_save', { practice })).practice;
      } catch (thrown) {
        if (!(thrown instanceof Refusal) || thrown.code !== 'invalid' || this.saver.ended) throw thrown;
        const { field, message, hint } = thrown;
        const again = refused.some((other) => other.field === field);
        if (field === null || again || this.#stored === null) throw thrown;
        refused.push({ field, message, hint });
        practice = withFields(practice, this.#stored, [field]);
      }
    }
  }

  /** Shows what was stored, such as the whole of a web address, where the person is done and it was accepted. */
  #adopt(): void {
    const { facts } = this;
    if (facts === null || this.#sent === null || this.#stored === null) return;
    const [shown, sent, stored] = [fieldsOf(facts), fieldsOf(this.#sent), fieldsOf(this.#stored)];
    const settled = [...stored.keys()].filter(
      (field) =>
        shown.get(field) === sent.get(field) &&
        shown.get(field) !== stored.get(field) &&
        !this.#typing.includes(field) &&
        !this.refused.some((refusal) => refusal.field === field),
    );
    if (settled.length > 0) this.facts = withFields(facts, this.#stored, settled);
  }
}

function asRefusal({ field, message, hint }: FieldRefusal): Refusal {
  const name = words.practice.fields[field] ?? field;
  return new Refusal({ code: 'invalid', message: `${name}.`, hint: `${message} ${hint}`, field });
}
