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
}

export interface Deadline {
    id: string;
    on?: string;
    at?: string;
    from: string | null;
}

export interface Cost {
    id: string;
    cad: number;
    paid_by: string;
    when: string;
}

export interface RequiredDocument {
    id: string;
    name: string;
    why: string;
    when: string;
    condition: string | null;
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

export interface UsedFact {
    value: unknown;
    status: string;
    checked_on: string | null;
    overdue: boolean;
    sources: { id: string; title: string; url: string }[];
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

export type Reply = { assessment: Assessment } | { problems: Problem[] };

export interface Request {
    document: Record<string, unknown>;
    lang: string;
    today: string;
}

/** What the page says beside the assessment; sent once, when the rules are loaded. */
export interface Names {
    sources: Record<string, { url_fr?: string }>;
    words: Record<string, Record<string, unknown>>;
}

export type Stage = "idle" | "python" | "rules" | "ready" | "slow" | "failed" | "unsupported";

export type FromWorker =
    | { kind: "stage"; stage: "python" | "rules" }
    | { kind: "ready"; names: Names }
    | { kind: "failed"; detail: string }
    | { kind: "reply"; number: number; reply: Reply };

export interface ToWorker {
    number: number;
    request: Request;
}
