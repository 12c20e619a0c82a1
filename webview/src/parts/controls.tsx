// biome-ignore-all lint/a11y/useSemanticElements: VS Code draws such choices as a row of buttons, not as round radios
/** VS Code's own look for the few controls the panel needs. */
import "@vscode-elements/elements/dist/vscode-button/index.js";
import "@vscode-elements/elements/dist/vscode-option/index.js";
import "@vscode-elements/elements/dist/vscode-progress-bar/index.js";
import "@vscode-elements/elements/dist/vscode-single-select/index.js";
import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { type ComponentChildren, h } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";

interface ButtonProps {
  readonly icon?: string;
  readonly secondary?: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export const Button = ({
  icon,
  secondary = false,
  disabled = false,
  title,
  onPress,
  children,
}: ButtonProps) =>
  h("vscode-button", { secondary, disabled, title, onClick: onPress }, [
    icon === undefined
      ? null
      : h("span", { slot: "content-before", class: "slotted" }, h(Icon, { name: icon })),
    children,
  ]);

/** A button that is only an icon; `label` is its name and tooltip. */
export const IconButton = ({
  icon,
  label,
  onPress,
  pressed,
}: {
  icon: string;
  label: string;
  onPress: () => void;
  pressed?: boolean;
}) => (
  <button
    type="button"
    class="icon-button"
    title={label}
    aria-label={label}
    aria-pressed={pressed}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
);

/** The button of a form is no native one: what Enter in a field does is done here. */
export function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
}

/** 0–1, or undefined for work of unknown length. */
export const Progress = ({ fraction, label }: { fraction?: number; label: string }) =>
  h("vscode-progress-bar", {
    value: fraction === undefined ? undefined : Math.round(fraction * 1000) / 10,
    indeterminate: fraction === undefined,
    ariaLabel: label,
  });

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onPick: (value: T) => void;
}

export const Select = <T extends string>({ label, value, options, onPick }: SelectProps<T>) =>
  h(
    "vscode-single-select",
    {
      label,
      value,
      onChange: (event: Event) => onPick((event.currentTarget as HTMLSelectElement).value as T),
    },
    options.map((option) =>
      h(
        "vscode-option",
        { key: option.value, value: option.value, selected: option.value === value },
        option.text,
      ),
    ),
  );

/** A search field that reports after a short pause. */
export function Search({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return h(
    "vscode-textfield",
    {
      id: "search",
      type: "search",
      label,
      placeholder: label,
      value,
      onInput: (event: Event) => {
        const text = (event.currentTarget as HTMLInputElement).value;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onSearch(text), 200);
      },
    },
    h("span", { slot: "content-before", class: "slotted" }, h(Icon, { name: "search" })),
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly text: ComponentChildren;
    readonly title?: string;
  }[];
  readonly onPick: (value: T) => void;
}

/** A few alternatives side by side; arrow keys move between them. */
export function Choice<T extends string>({ label, value, options, onPick }: ChoiceProps<T>) {
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + step + options.length) % options.length];
    if (next === undefined) return;
    onPick(next.value);
    const buttons = (event.currentTarget as HTMLElement).querySelectorAll("button");
    buttons[options.indexOf(next)]?.focus();
  };
  return (
    <div class="choice" role="radiogroup" aria-label={label} onKeyDown={move}>
      {options.map((option) => (
        <button
          type="button"
          role="radio"
          key={option.value}
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          title={option.title}
          onClick={() => onPick(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}
