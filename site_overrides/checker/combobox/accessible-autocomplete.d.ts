declare module "accessible-autocomplete" {
    interface Options {
        element: HTMLElement;
        id: string;
        name: string;
        cssNamespace: string;
        displayMenu: "inline" | "overlay";
        autoselect: boolean;
        confirmOnBlur: boolean;
        source(typed: string, show: (names: string[]) => void): void;
        templates: { inputValue(name?: string): string; suggestion(name: string): string };
        onConfirm(name?: string): void;
        tNoResults(): string;
        tStatusNoResults(): string;
        tStatusQueryTooShort(least: number): string;
        tStatusSelectedOption(name: string, count: number, index: number): string;
        tStatusResults(count: number, selected: string): string;
        tAssistiveHint(): string;
    }
    export default function accessibleAutocomplete(options: Options): void;
}
