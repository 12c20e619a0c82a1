/** Contrast of two CSS colours as WCAG 2.1 defines it (relative luminance, section 1.4.3). */

const parse = (colour: string): [red: number, green: number, blue: number, alpha: number] => {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 1];
};

const luminance = (channels: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** 1 (nothing to see) to 21 (black on white). A translucent text colour is laid over the background first. */
export const contrast = (text: string, background: string): number => {
  const [red, green, blue, alpha] = parse(text);
  const under = parse(background);
  const over = [red, green, blue].map((channel, at) => channel * alpha + (under[at] ?? 0) * (1 - alpha));
  const [light, dark] = [luminance(over), luminance(under.slice(0, 3))].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};
