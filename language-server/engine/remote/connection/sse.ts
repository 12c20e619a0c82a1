/** Reads the events of a `text/event-stream`. Only what follows `data:` counts; comments and names are passed over. */
export class EventReader {
  private rest = "";
  private data: string[] = [];

  /** @returns the data of the events that are complete with this piece */
  push(text: string): string[] {
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    const events: string[] = [];
    for (const raw of lines) {
      const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      if (line === "") {
        if (this.data.length > 0) events.push(this.data.join("\n"));
        this.data = [];
      } else if (line.startsWith("data:")) this.data.push(line.slice(5).replace(/^ /, ""));
      // llama-server sends what goes wrong in the middle as a field of its own.
      else if (line.startsWith("error:")) this.data.push(`{"error":${line.slice(6)}}`);
    }
    return events;
  }
}
