/** What the rules answer (the assessment), what the worker says, and what the form holds. */

export type Verdict = "eligible" | "undetermined" | "ineligible";
export type Outcome = "met" | "unmet" | "unknown" | "caution" | "not_applicable";

export interface Criterion {
    id: string;
    outcome: Outcome;
    reason: string | null;
    explanation: string;
    needs: string[];
    changes_on: string | null;
    facts: string[];
}

export interface Permit {
    maximum_months: number;
    starts_on: string | null;
    ends_on: string | null;
    limited_by: string | null;
    limits: { id: string; on: string }[];
    needs: string[];
    facts: string[];
}

export interface Deadline {
    id: string;
    on?: string;
    at?: string;
    from: string | null;
    done: boolean;
    facts: string[];
}

export interface Cost {
    id: string;
    cad: number;
    paid_by: string;
    when: string;
    facts: string[];
}

export interface RequiredDocument {
    id: string;
    name: string;
    why: string;
    when: string;
    condition: string | null;
    facts: string[];
}

/** A new value for the answer at a dotted path; null takes the answer away. */
export interface Change {
    field: string;
    value: unknown;
}

export interface Remedy {
    id: string;
    changes: Change[];
    explanation: string;
}

export interface Advice {
    id: string;
    on: string | null;
    explanation: string;
    facts: string[];
}

export interface Alternative {
    citizenship: string;
    category: string;
    verdict: Verdict;
    changes: Change[];
}

/** `organization` tells what a recognized organization is to the route: the only way, the way instead, one way still. */
export interface Route {
    citizenship: string;
    category: string;
    verdict: Verdict;
    summary: string;
    organization: "needed" | "instead" | "still" | null;
    gap_months: number | null;
    advice: Advice[];
    criteria: Criterion[];
    permit: Permit | null;
    deadlines: Deadline[];
    costs: Cost[];
    documents: RequiredDocument[];
    remedies: Remedy[];
    openings: Remedy[];
    alternatives: Alternative[];
}

export interface Passage {
    id: string;
    title: string;
    url: string;
    quote: string | null;
    read_on: string | null;
    note: string | null;
}

export interface Version {
    text: string;
    note: string | null;
    sources: Passage[];
}

export interface UsedFact {
    label: string;
    value: unknown;
    text: string;
    status: string;
    checked_on: string;
    review_due: string | null;
    overdue: boolean;
    note: string | null;
    sources: Passage[];
    versions: Version[];
}

export interface Assessment {
    assessed_on: string;
    data_version: string;
    dataset_verified_on: string;
    routes: Route[];
    next_question: string | null;
    facts: Record<string, UsedFact>;
}

export interface Problem {
    path: string;
    code: string;
    message: string;
}

/** What a task makes of a request, or what is wrong with the document in it. */
export type Reply<Made> = Made | { problems: Problem[] };

interface Asked<Task extends string> {
    task: Task;
    lang: string;
    today: string;
}

export interface AssessRequest extends Asked<"assess"> {
    document: Record<string, unknown>;
}

/** `url` is the address of the page, without what follows it. */
export interface CalendarRequest extends Asked<"calendar"> {
    document: Record<string, unknown>;
    url: string;
}

/** `private` tells whether private answers may stand in the message. */
export interface MessageRequest extends Asked<"message"> {
    document: Record<string, unknown>;
    url: string;
    private: boolean;
}

/** What the reader wishes of a plan; what is absent follows from the answers. */
export interface Wishes {
    categories?: string[];
    coop_first?: boolean;
}

export interface PlanRequest extends Asked<"plan"> {
    document: Record<string, unknown>;
    wishes: Wishes;
}

/** A sentence of a plan with the facts that it rests on. */
export interface Told {
    reason: string | null;
    explanation: string;
    facts: string[];
}

/** One permit of a plan: its days at the earliest, and the last ones that leave the plan possible. */
export interface Step {
    citizenship: string;
    category: string;
    months: number;
    waits_for: string | null;
    earliest: { invited_on: string; arrives_on: string; ends_on: string };
    latest: { invited_on: string; arrives_on: string | null; ends_on: string | null };
    too_old_on: string;
    title: string;
    why: string[];
    conditions: Told[];
    cautions: Told[];
    facts: string[];
}

/** A sequence of permits; `others` are the same permits in another way. */
export interface Course {
    months: number;
    starts_on: string;
    ends_on: string;
    sentence: string;
    steps: Step[];
    ends: Told[];
    others: { sentence: string }[];
    more_others: number;
    others_left_out: string | null;
}

/** What is open over the years. */
export interface YearsPlan {
    assessed_on: string;
    wishes: Required<Wishes>;
    needs: string[];
    summary: string;
    sequences: Course[];
    closed: Told[];
    left_out: string[];
    open: { id: string; text: string }[];
    facts: Record<string, UsedFact>;
}

export type Request = PlanRequest | AssessRequest | CalendarRequest | MessageRequest | BatchRequest;

/** The columns of a table that was read, as the rules keep them from one request to the next. */
export interface TableRead {
    titles: string[];
    columns: ((string | number)[] | null)[];
    separator: string | null;
    order: string | null;
}

/** A row by its number in the spreadsheet; its cells are null where its quotation marks do not pair. */
export type TableRow = [number, string[] | null];

/** What was found for a row; `line` holds the cells of the results. */
export interface RowResult {
    row: number;
    reference: string | null;
    verdict: Verdict | "error";
    errors: { column: string | null; code: string; message: string }[];
    line: string[];
}

/** What goes with each step of the work on a table. */
export interface BatchSteps {
    template: object;
    read: { content: string; needs: "workbooks" | null };
    assess: { table: TableRead; rows: TableRow[]; synonyms: Record<string, string[]> };
    write: { table: TableRead; lines: string[][] };
}

/** What each step is answered with; `titles` are those of the results, by their names, in order. */
export interface BatchMade {
    template: { text: string };
    read: { table: TableRead; rows: TableRow[]; notices: string[]; titles: Record<string, string> };
    assess: { results: RowResult[] };
    write: { text: string };
}

export type BatchStep = keyof BatchSteps;
export type BatchPayload<Step extends BatchStep> = BatchSteps[Step];

export interface BatchRequest extends Asked<"batch"> {
    step: BatchStep;
    /** What the worker fetches first. */
    needs?: "workbooks" | null;
}

/** An assessment, the document that it is of (days as the contract writes them), and what could change a verdict. */
export interface Judged {
    assessment: Assessment;
    document: Record<string, unknown>;
    questions: string[];
}

/** What the module of a task in generator/web answers. */
export interface Made {
    assess: Judged;
    calendar: { calendar: string | null };
    message: { subject: string; text: string };
    plan: { plan: YearsPlan };
    batch: BatchMade[BatchStep];
}

export type ReplyTo<Kind extends Request> = Reply<Made[Kind["task"]]>;

/** The request of a task without what the page adds to every request. */
export type Payload<Task extends Request["task"]> = Omit<Extract<Request, { task: Task }>, keyof Asked<Task>>;

/** What the parts of the page share. */
export interface Page {
    root: HTMLElement;
    words: import("./page/words.js").Words;
    form: import("./form/form.js").Form;
    engine: import("./page/engine.js").Engine;
    /** The current day by the reader's clock, as an ISO date. */
    today(): string;
    /** Ask the rules for a task of generator/web; nobody waits for the reply once `dropped` fires. */
    ask<Task extends Request["task"]>(
        task: Task,
        payload: Payload<Task>,
        dropped?: AbortSignal,
    ): Promise<ReplyTo<Extract<Request, { task: Task }>>>;
    /** Lead the reader to the question at a path. */
    goTo(path: string): void;
}

/** A part of the page that follows from the assessment; it stands in the section with its name as `data-panel`. */
export interface Panel {
    /** Take in the newest assessment, null while there is none. */
    update(judged: Judged | null): void;
}

/** What the page says beside the assessment; sent once, when the rules are loaded. */
export interface Names {
    sources: Record<string, { url_fr?: string; languages?: string[] }>;
    words: Record<string, Record<string, unknown>>;
    page: Record<string, Record<string, unknown>>;
}

export type Stage = "idle" | "python" | "rules" | "ready" | "slow" | "failed" | "unsupported";

export type FromWorker =
    | { kind: "stage"; stage: "python" | "rules" }
    | { kind: "ready"; names: Names }
    | { kind: "failed"; detail: string }
    | { kind: "reply"; number: number; reply: unknown };

export interface ToWorker {
    number: number;
    request: Request;
}
