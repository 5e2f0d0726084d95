export function defaultStyleSheet(): string {
  return '';
}
