// A moment of this machine's clock in words: {time} and {day} of the pattern as hh:mm and dd/mm/yyyy.

const two = (number) => String(number).padStart(2, "0");

export function inWords(pattern, milliseconds) {
  const at = new Date(milliseconds);
  return pattern
    .replace("{time}", `${two(at.getHours())}:${two(at.getMinutes())}`)
    .replace("{day}", `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`);
}
