import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../contract/seal.ts';

/** How to send the worker's header from one kind of server. `docs/deploy.md` carries the same text; a test compares. */
export interface HeaderSnippet {
  readonly name: string;
  /** Language of the fenced block in Markdown. */
  readonly language: string;
  /** What to know before pasting: one or two sentences. */
  readonly note: string;
  readonly code: string;
}

const NAME = SEAL_HEADER_NAME;
const VALUE = SEAL_HEADER_VALUE;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** All of them serve the copied folder at `/inward/<version>/`. */
export const HEADER_SNIPPETS: readonly HeaderSnippet[] = [
  {
    name: 'nginx',
    language: 'nginx',
    note: 'Inside the server block. add_header in a location replaces those of the outer blocks, so the worker carries '
      + 'one policy only. Behind a proxy_pass add "proxy_hide_header Content-Security-Policy;".',
    code: `location /inward/ {
    add_header Cache-Control "${FOR_EVER}";
}
location ~ ^/inward/[^/]+/worker[^/]*\\.js$ {
    add_header ${NAME} "${VALUE}";
    add_header Cache-Control "${FOR_EVER}";
}`,
  },
  {
    name: 'Caddy',
    language: 'text',
    note: 'The > sets the header last, so that it replaces one that another directive or an upstream set.',
    code: `@inward_worker path_regexp ^/inward/[^/]+/worker[^/]*\\.js$
header /inward/* Cache-Control "${FOR_EVER}"
header @inward_worker >${NAME} "${VALUE}"`,
  },
  {
    name: 'Express',
    language: 'js',
    note: 'Also after helmet(): setHeader replaces the page policy that helmet put on the response.',
    code: `app.use('/inward', express.static('public/inward', {
  immutable: true,
  maxAge: '1y',
  setHeaders(response, path) {
    if (/[\\\\/]worker[^\\\\/]*\\.js$/.test(path)) {
      response.setHeader('${NAME}', "${VALUE}");
    }
  },
}));`,
  },
  {
    name: 'Vite',
    language: 'ts',
    note: 'Serves the files in dev and preview and puts them into the build, so no copying is needed. The server that serves '
      + 'your build needs one of the other snippets.',
    code: `import { defineConfig } from 'vite';
import { inward } from 'inward/vite';

export default defineConfig({ plugins: [inward()] });`,
  },
  {
    name: 'Netlify and Cloudflare Pages (_headers)',
    language: 'text',
    note: 'Both hosts join the headers of every rule that matches: keep the policy of your pages on the paths of your '
      + 'pages, or the worker gets two. On Cloudflare a first line "! Content-Security-Policy" under this path drops the other.',
    code: `/inward/:version/worker*
  ${NAME}: ${VALUE}
/inward/*
  Cache-Control: ${FOR_EVER}`,
  },
  {
    name: 'Vercel (vercel.json)',
    language: 'json',
    note: 'If another entry sets a policy for every path, exclude /inward/ from it: (?!inward/).',
    code: `{
  "headers": [
    {
      "source": "/inward/:version/:worker(worker[^/]*\\\\.js)",
      "headers": [
        { "key": "${NAME}", "value": "${VALUE}" },
        { "key": "Cache-Control", "value": "${FOR_EVER}" }
      ]
    }
  ]
}`,
  },
  {
    name: 'WKWebView (WKURLSchemeHandler, Swift)',
    language: 'swift',
    note: 'Register it with configuration.setURLSchemeHandler(InwardAssets(), forURLScheme: "app") and load the page from '
      + 'app://host/. The folder "inward" lies in the bundle.',
    code: `final class InwardAssets: NSObject, WKURLSchemeHandler {
    private let types = ["html": "text/html", "js": "text/javascript", "css": "text/css"]

    func webView(_ webView: WKWebView, start task: WKURLSchemeTask) {
        guard let url = task.request.url, let root = Bundle.main.resourceURL?.standardizedFileURL else { return }
        let file = root.appendingPathComponent(url.path).standardizedFileURL
        guard file.path.hasPrefix(root.path + "/"), let body = try? Data(contentsOf: file) else {
            return task.didFailWithError(URLError(.fileDoesNotExist))
        }
        var headers = [
            "Content-Type": types[file.pathExtension] ?? "application/octet-stream",
            "Content-Length": String(body.count),
        ]
        if url.path.hasPrefix("/inward/"), file.lastPathComponent.hasPrefix("worker"), file.pathExtension == "js" {
            headers["${NAME}"] = "${VALUE}"
        }
        task.didReceive(HTTPURLResponse(url: url, statusCode: 200, httpVersion: "HTTP/1.1", headerFields: headers)!)
        task.didReceive(body)
        task.didFinish()
    }

    func webView(_ webView: WKWebView, stop task: WKURLSchemeTask) {}
}`,
  },
  {
    name: 'Android WebView (WebViewAssetLoader, Kotlin)',
    language: 'kotlin',
    note: 'The folder inward/ lies in the app\'s assets. The page is loaded from https://appassets.androidplatform.net/.',
    code: `val assets = WebViewAssetLoader.AssetsPathHandler(context)
val loader = WebViewAssetLoader.Builder()
    .addPathHandler("/") { path ->
        assets.handle(path)?.also { response ->
            if (Regex("^inward/[^/]+/worker[^/]*\\\\.js$").matches(path)) {
                response.mimeType = "text/javascript"
                response.responseHeaders = mapOf("${NAME}" to "${VALUE}")
            }
        }
    }
    .build()
webView.webViewClient = object : WebViewClient() {
    override fun shouldInterceptRequest(view: WebView, request: WebResourceRequest): WebResourceResponse? =
        loader.shouldInterceptRequest(request.url)
}`,
  },
];

/** As it is printed and as it stands in `docs/deploy.md`. */
export function formatSnippet(snippet: HeaderSnippet): string {
  return `### ${snippet.name}\n\n${snippet.note}\n\n\`\`\`${snippet.language}\n${snippet.code}\n\`\`\`\n`;
}
