// The loop of a function, over the standard library: asks for an event, has it handled, answers.

import http from "node:http";

const agent = new http.Agent({ keepAlive: true });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");

function ask(method, path, body) {
    return new Promise((resolve, reject) => {
        const headers = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
        const options = { agent, host, port, method, headers, path: `/2018-06-01/runtime/invocation/${path}` };
        const request = http.request(options, (response) => {
            const pieces = [];
            response.on("data", (piece) => pieces.push(piece));
            response.on("end", () => resolve([response.headers, Buffer.concat(pieces).toString()]));
        });
        request.on("error", reject);
        request.end(body);
    });
}

export async function run(handler) {
    for (;;) {
        const [headers, event] = await ask("GET", "next");
        const requestId = headers["lambda-runtime-aws-request-id"];
        let answer;
        try {
            answer = JSON.stringify(await handler(JSON.parse(event)));
        } catch (error) {
            const failure = { errorType: error.name, errorMessage: error.message };
            await ask("POST", `${requestId}/error`, JSON.stringify(failure));
            continue;
        }
        await ask("POST", `${requestId}/response`, answer);
    }
}
