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
    needs: string[];
    facts: string[];
}

export interface Deadline {
    id: string;
    on?: string;
    at?: string;
    from: string | null;
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

export interface Remedy {
    id: string;
    explanation: string;
}

export interface Alternative {
    citizenship: string;
    category: string;
    verdict: Verdict;
}

export interface Route {
    citizenship: string;
    category: string;
    verdict: Verdict;
    criteria: Criterion[];
    permit: Permit | null;
    deadlines: Deadline[];
    costs: Cost[];
    documents: RequiredDocument[];
    remedies: Remedy[];
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

export type Request = AssessRequest;

/** What the module of a task in generator/web answers. */
export type ReplyTo<Kind extends Request> = Kind extends AssessRequest ? Reply<{ assessment: Assessment }> : never;

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
