"""boto3 for compare.mjs: one question a line on stdin, one answer a line on stdout, all JSON.

call      runs an operation of a client; bytes and dates cross as {"$bytes": base64} and {"$date": epoch seconds}
response  parses a raw response with botocore's parser and holds its body against the service model
example   validates an input of AWS's published examples with botocore's own validator
"""
import base64
import binascii
import datetime
import json
import os
import re
import sys

import boto3
import botocore.parsers
import botocore.session
import botocore.validate
from botocore.config import Config
from botocore.exceptions import ClientError

session = boto3.session.Session()
models = {}


def client(service):
    # A new one for each call: the endpoint and the credentials are the environment's.
    config = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=60)
    return session.client(service, endpoint_url=os.environ["COMPARE_ENDPOINT"], config=config)


def model(service):
    if service not in models:
        models[service] = botocore.session.get_session().get_service_model(service)
    return models[service]


def plain(value):
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime.datetime):
        return {"$date": value.timestamp()}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, list) else value


def given(value):
    if isinstance(value, dict):
        if set(value) == {"$bytes"}:
            return base64.b64decode(value["$bytes"])
        if set(value) == {"$text"}:
            return value["$text"].encode()
        if set(value) == {"$date"}:
            return datetime.datetime.fromtimestamp(value["$date"], datetime.timezone.utc)
        return {k: given(v) for k, v in value.items()}
    return [given(v) for v in value] if isinstance(value, list) else value


def call(service, operation, args, pages=None):
    api = client(service)
    try:
        if pages is not None:
            found = api.get_paginator(operation).paginate(**given(args), PaginationConfig=pages)
            return {"answer": [without_metadata(page) for page in found]}
        response = getattr(api, operation)(**given(args))
        return {"answer": without_metadata(response), "status": response["ResponseMetadata"]["HTTPStatusCode"]}
    except ClientError as error:
        code = error.response["Error"]["Code"]
        typed = getattr(api.exceptions, code, None) if code in dir(api.exceptions) else None
        return {
            "raises": code,
            # The class that `except client.exceptions.X` catches; ClientError itself where botocore models none.
            "typed": typed is not None and isinstance(error, typed),
            "message": error.response["Error"].get("Message", ""),
            "members": {k: v for k, v in error.response.items() if k not in ("Error", "ResponseMetadata")},
            "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
            "text": str(error),
        }


def without_metadata(response):
    return plain({k: v for k, v in response.items() if k != "ResponseMetadata"})


def response(service, operation, status, headers, body):
    """What is wrong with a raw response by botocore's model: names, types, enums, limits, errors that are not modelled."""
    op = model(service).operation_model(operation)
    parser = botocore.parsers.create_parser(model(service).protocol)
    raw = {"status_code": status, "headers": headers, "body": body.encode()}
    try:
        parsed = parser.parse(raw, op.output_shape)
    except (ValueError, TypeError, AttributeError) as error:
        return {"problems": [f"botocore cannot parse it: {error}"]}
    if status >= 300:
        return {"problems": error_problems(op, json.loads(body), parsed)}
    if op.output_shape is None:
        return {"problems": [] if body == "" else ["there is no output shape, but a body"]}
    problems = []
    walk(op.output_shape, json.loads(body), operation, problems)
    return {"problems": problems}


# AWS's own for every service ("Common Errors"), and so in no model.
COMMON = {
    "AccessDeniedException", "IncompleteSignature", "IncompleteSignatureException", "MissingAuthenticationTokenException", "NotAuthorizedException",
    "SerializationException", "UnknownOperationException", "ValidationException", "ThrottlingException",
}


def error_problems(op, body, parsed):
    code = parsed["Error"]["Code"]
    if code in COMMON:
        return []
    shape = next((s for s in op.error_shapes if s.name == code), None)
    if shape is None:
        return [f"{op.name} does not model the error {code}"]
    problems = []
    walk(shape, {k: v for k, v in body.items() if k != "__type"}, code, problems)
    return problems


def walk(shape, value, path, problems):
    kind = shape.type_name
    wanted = {"string": str, "boolean": bool, "structure": dict, "map": dict, "list": list, "blob": str,
              "integer": int, "long": int, "timestamp": (int, float)}[kind]
    if not isinstance(value, wanted) or (kind in ("integer", "long", "timestamp") and isinstance(value, bool)):
        problems.append(f"{path} is {type(value).__name__}, not {kind}")
        return
    if kind == "structure":
        for name in value.keys() - shape.members.keys():
            problems.append(f"{path}.{name} is no member of {shape.name}")
        for name in shape.required_members:
            if name not in value:
                problems.append(f"{path}.{name} is required in {shape.name}, and is not there")
        for name, member in shape.members.items():
            if name in value:
                walk(member, value[name], f"{path}.{name}", problems)
        return
    if kind == "blob":
        try:
            size = len(base64.b64decode(value, validate=True))
        except binascii.Error:
            problems.append(f"{path} is not base64")
            return
    elif kind in ("integer", "long", "timestamp"):
        size = value
    else:
        size = len(value) if hasattr(value, "__len__") else 0
    limits = shape.metadata
    if "min" in limits and size < limits["min"] or "max" in limits and size > limits["max"]:
        problems.append(f"{path}: {size} is not within {limits.get('min')} and {limits.get('max')}")
    if kind == "list":
        for index, item in enumerate(value):
            walk(shape.member, item, f"{path}[{index}]", problems)
    elif kind == "map":
        for key, item in value.items():
            walk(shape.key, key, f"{path} key {key}", problems)
            walk(shape.value, item, f"{path}.{key}", problems)
    elif kind == "string":
        if "enum" in limits and value not in limits["enum"]:
            problems.append(f"{path}: '{value}' is not one of {limits['enum']}")
        if "pattern" in limits and not matches(limits["pattern"], value):
            problems.append(f"{path}: '{value}' does not match {limits['pattern']}")


def matches(pattern, value):
    # Java's \p{…} is not Python's; no value here needs it.
    return "\\p{" in pattern or re.fullmatch(pattern, value) is not None


def example(service, operation, input):
    shape = model(service).operation_model(operation).input_shape
    report = botocore.validate.ParamValidator().validate(input, shape)
    return {"problems": report.generate_report() if report.has_errors() else ""}


asked = {"call": call, "response": response, "example": example}
for line in sys.stdin:
    question = json.loads(line)
    print(json.dumps(asked[question.pop("ask")](**question)), flush=True)
