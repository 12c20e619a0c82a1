import assert from "node:assert/strict";
import { test } from "node:test";
import {
  formatEndpoint,
  hostsText,
  isEndpointAddress,
  isLoopback,
  parseEndpoint,
  rootUrl,
} from "../../../language-server/core/endpoint/address.ts";

test("an address names servers and a model; without a path the usual one is meant", () => {
  assert.deepEqual(parseEndpoint(" http://Localhost:8080#Qwen/Qwen3-4B "), {
    urls: ["http://localhost:8080/v1"],
    model: "Qwen/Qwen3-4B",
  });
  assert.deepEqual(parseEndpoint("https://a.example/openai/v1/, http://b:1/v1,http://b:1")?.urls, [
    "https://a.example/openai/v1",
    "http://b:1/v1",
  ]);
  for (const text of ["http://localhost:8080", "https://a/v1,http://[::1]:9/v1#m"]) {
    const address = parseEndpoint(text);
    assert.ok(address !== null);
    assert.deepEqual(
      parseEndpoint(formatEndpoint(address)),
      address,
      "written and read again it is the same",
    );
  }
});

test("keys, queries and other schemes are refused", () => {
  for (const text of [
    "http://user:key@host/v1",
    "http://host/v1?key=1",
    "ftp://host",
    "http://",
    "model.gguf",
    "",
  ])
    assert.equal(parseEndpoint(text), null, text);
  assert.ok(isEndpointAddress("HTTP://host"));
  assert.ok(!isEndpointAddress("/home/http/model.gguf"));
});

test("only addresses that cannot leave the machine are its own", () => {
  const local = (text: string): boolean => {
    const address = parseEndpoint(text);
    assert.ok(address !== null, text);
    return isLoopback(address);
  };
  for (const text of ["http://localhost:1", "http://127.0.0.1:1", "http://127.8.9.1", "http://[::1]:8080/v1"])
    assert.ok(local(text), text);
  for (const text of [
    "http://localhost.example:1",
    "http://127.0.0.1.example",
    "http://10.0.0.1",
    "http://localhost,http://gpu:8000",
    "http://[::2]",
  ])
    assert.ok(!local(text), text);
});

test("hosts are shown short", () => {
  const address = parseEndpoint("http://a:1/v1,http://b:2/v1,http://c:3/v1");
  assert.ok(address !== null);
  assert.equal(hostsText(address), "a:1 + 2");
  assert.equal(rootUrl("http://a:1/proxy/v1"), "http://a:1/proxy");
});
